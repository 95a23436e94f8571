//! Tables from forecast/2018-06-26 of botocore 1.43.11. Change `api.toml`, not this file.

/// The service.
pub static SERVICE: shape::ServiceModel = shape::ServiceModel {
    prefix: "forecast",
    signing_name: "forecast",
    endpoint_prefix: "forecast",
    target_prefix: "AmazonForecast",
    protocol: shape::Protocol::AwsJson11,
    api_version: "2018-06-26",
    xml_namespace: "",
    operations: &[
        &CREATE_AUTO_PREDICTOR,
        &CREATE_DATASET,
        &CREATE_DATASET_GROUP,
        &CREATE_DATASET_IMPORT_JOB,
        &CREATE_FORECAST,
        &CREATE_FORECAST_EXPORT_JOB,
        &DELETE_DATASET,
        &DELETE_DATASET_GROUP,
        &DELETE_DATASET_IMPORT_JOB,
        &DELETE_FORECAST,
        &DELETE_FORECAST_EXPORT_JOB,
        &DELETE_PREDICTOR,
        &DESCRIBE_AUTO_PREDICTOR,
        &DESCRIBE_DATASET,
        &DESCRIBE_DATASET_GROUP,
        &DESCRIBE_DATASET_IMPORT_JOB,
        &DESCRIBE_FORECAST,
        &DESCRIBE_FORECAST_EXPORT_JOB,
        &GET_ACCURACY_METRICS,
        &LIST_DATASET_GROUPS,
        &LIST_DATASET_IMPORT_JOBS,
        &LIST_DATASETS,
        &LIST_FORECAST_EXPORT_JOBS,
        &LIST_FORECASTS,
        &LIST_PREDICTORS,
        &LIST_TAGS_FOR_RESOURCE,
        &TAG_RESOURCE,
        &UNTAG_RESOURCE,
        &UPDATE_DATASET_GROUP,
    ],
};

/// Registers a handler for every served operation; a missing one does not compile.
#[macro_export]
macro_rules! serve {
    ($registry:expr, $service:expr) => {{
        $registry.serve::<_, $crate::CreateAutoPredictor>(&$service);
        $registry.serve::<_, $crate::CreateDataset>(&$service);
        $registry.serve::<_, $crate::CreateDatasetGroup>(&$service);
        $registry.serve::<_, $crate::CreateDatasetImportJob>(&$service);
        $registry.serve::<_, $crate::CreateForecast>(&$service);
        $registry.serve::<_, $crate::CreateForecastExportJob>(&$service);
        $registry.serve::<_, $crate::DeleteDataset>(&$service);
        $registry.serve::<_, $crate::DeleteDatasetGroup>(&$service);
        $registry.serve::<_, $crate::DeleteDatasetImportJob>(&$service);
        $registry.serve::<_, $crate::DeleteForecast>(&$service);
        $registry.serve::<_, $crate::DeleteForecastExportJob>(&$service);
        $registry.serve::<_, $crate::DeletePredictor>(&$service);
        $registry.serve::<_, $crate::DescribeAutoPredictor>(&$service);
        $registry.serve::<_, $crate::DescribeDataset>(&$service);
        $registry.serve::<_, $crate::DescribeDatasetGroup>(&$service);
        $registry.serve::<_, $crate::DescribeDatasetImportJob>(&$service);
        $registry.serve::<_, $crate::DescribeForecast>(&$service);
        $registry.serve::<_, $crate::DescribeForecastExportJob>(&$service);
        $registry.serve::<_, $crate::GetAccuracyMetrics>(&$service);
        $registry.serve::<_, $crate::ListDatasetGroups>(&$service);
        $registry.serve::<_, $crate::ListDatasetImportJobs>(&$service);
        $registry.serve::<_, $crate::ListDatasets>(&$service);
        $registry.serve::<_, $crate::ListForecastExportJobs>(&$service);
        $registry.serve::<_, $crate::ListForecasts>(&$service);
        $registry.serve::<_, $crate::ListPredictors>(&$service);
        $registry.serve::<_, $crate::ListTagsForResource>(&$service);
        $registry.serve::<_, $crate::TagResource>(&$service);
        $registry.serve::<_, $crate::UntagResource>(&$service);
        $registry.serve::<_, $crate::UpdateDatasetGroup>(&$service);
    }};
}

shape::operations! {
    SERVICE;
    CreateAutoPredictor as CREATE_AUTO_PREDICTOR: CreateAutoPredictorRequest = CREATE_AUTO_PREDICTOR_REQUEST => CreateAutoPredictorResponse = CREATE_AUTO_PREDICTOR_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_ALREADY_EXISTS, RESOURCE_NOT_FOUND, RESOURCE_IN_USE, LIMIT_EXCEEDED]
    }
    CreateDataset as CREATE_DATASET: CreateDatasetRequest = CREATE_DATASET_REQUEST => CreateDatasetResponse = CREATE_DATASET_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_ALREADY_EXISTS, LIMIT_EXCEEDED]
    }
    CreateDatasetGroup as CREATE_DATASET_GROUP: CreateDatasetGroupRequest = CREATE_DATASET_GROUP_REQUEST => CreateDatasetGroupResponse = CREATE_DATASET_GROUP_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_ALREADY_EXISTS, RESOURCE_NOT_FOUND, RESOURCE_IN_USE, LIMIT_EXCEEDED]
    }
    CreateDatasetImportJob as CREATE_DATASET_IMPORT_JOB: CreateDatasetImportJobRequest = CREATE_DATASET_IMPORT_JOB_REQUEST => CreateDatasetImportJobResponse = CREATE_DATASET_IMPORT_JOB_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_ALREADY_EXISTS, RESOURCE_NOT_FOUND, RESOURCE_IN_USE, LIMIT_EXCEEDED]
    }
    CreateForecast as CREATE_FORECAST: CreateForecastRequest = CREATE_FORECAST_REQUEST => CreateForecastResponse = CREATE_FORECAST_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_ALREADY_EXISTS, RESOURCE_NOT_FOUND, RESOURCE_IN_USE, LIMIT_EXCEEDED]
    }
    CreateForecastExportJob as CREATE_FORECAST_EXPORT_JOB: CreateForecastExportJobRequest = CREATE_FORECAST_EXPORT_JOB_REQUEST => CreateForecastExportJobResponse = CREATE_FORECAST_EXPORT_JOB_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_ALREADY_EXISTS, RESOURCE_NOT_FOUND, RESOURCE_IN_USE, LIMIT_EXCEEDED]
    }
    DeleteDataset as DELETE_DATASET: DeleteDatasetRequest = DELETE_DATASET_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND, RESOURCE_IN_USE]
    }
    DeleteDatasetGroup as DELETE_DATASET_GROUP: DeleteDatasetGroupRequest = DELETE_DATASET_GROUP_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND, RESOURCE_IN_USE]
    }
    DeleteDatasetImportJob as DELETE_DATASET_IMPORT_JOB: DeleteDatasetImportJobRequest = DELETE_DATASET_IMPORT_JOB_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND, RESOURCE_IN_USE]
    }
    DeleteForecast as DELETE_FORECAST: DeleteForecastRequest = DELETE_FORECAST_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND, RESOURCE_IN_USE]
    }
    DeleteForecastExportJob as DELETE_FORECAST_EXPORT_JOB: DeleteForecastExportJobRequest = DELETE_FORECAST_EXPORT_JOB_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND, RESOURCE_IN_USE]
    }
    DeletePredictor as DELETE_PREDICTOR: DeletePredictorRequest = DELETE_PREDICTOR_REQUEST => () = shape::UNIT {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND, RESOURCE_IN_USE]
    }
    DescribeAutoPredictor as DESCRIBE_AUTO_PREDICTOR: DescribeAutoPredictorRequest = DESCRIBE_AUTO_PREDICTOR_REQUEST => DescribeAutoPredictorResponse = DESCRIBE_AUTO_PREDICTOR_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND]
    }
    DescribeDataset as DESCRIBE_DATASET: DescribeDatasetRequest = DESCRIBE_DATASET_REQUEST => DescribeDatasetResponse = DESCRIBE_DATASET_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND]
    }
    DescribeDatasetGroup as DESCRIBE_DATASET_GROUP: DescribeDatasetGroupRequest = DESCRIBE_DATASET_GROUP_REQUEST => DescribeDatasetGroupResponse = DESCRIBE_DATASET_GROUP_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND]
    }
    DescribeDatasetImportJob as DESCRIBE_DATASET_IMPORT_JOB: DescribeDatasetImportJobRequest = DESCRIBE_DATASET_IMPORT_JOB_REQUEST => DescribeDatasetImportJobResponse = DESCRIBE_DATASET_IMPORT_JOB_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND]
    }
    DescribeForecast as DESCRIBE_FORECAST: DescribeForecastRequest = DESCRIBE_FORECAST_REQUEST => DescribeForecastResponse = DESCRIBE_FORECAST_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND]
    }
    DescribeForecastExportJob as DESCRIBE_FORECAST_EXPORT_JOB: DescribeForecastExportJobRequest = DESCRIBE_FORECAST_EXPORT_JOB_REQUEST => DescribeForecastExportJobResponse = DESCRIBE_FORECAST_EXPORT_JOB_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND]
    }
    GetAccuracyMetrics as GET_ACCURACY_METRICS: GetAccuracyMetricsRequest = GET_ACCURACY_METRICS_REQUEST => GetAccuracyMetricsResponse = GET_ACCURACY_METRICS_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND, RESOURCE_IN_USE]
    }
    ListDatasetGroups as LIST_DATASET_GROUPS: ListDatasetGroupsRequest = LIST_DATASET_GROUPS_REQUEST => ListDatasetGroupsResponse = LIST_DATASET_GROUPS_RESPONSE {
        POST "/" 200 ""
        [INVALID_NEXT_TOKEN]
    }
    ListDatasetImportJobs as LIST_DATASET_IMPORT_JOBS: ListDatasetImportJobsRequest = LIST_DATASET_IMPORT_JOBS_REQUEST => ListDatasetImportJobsResponse = LIST_DATASET_IMPORT_JOBS_RESPONSE {
        POST "/" 200 ""
        [INVALID_NEXT_TOKEN, INVALID_INPUT]
    }
    ListDatasets as LIST_DATASETS: ListDatasetsRequest = LIST_DATASETS_REQUEST => ListDatasetsResponse = LIST_DATASETS_RESPONSE {
        POST "/" 200 ""
        [INVALID_NEXT_TOKEN]
    }
    ListForecastExportJobs as LIST_FORECAST_EXPORT_JOBS: ListForecastExportJobsRequest = LIST_FORECAST_EXPORT_JOBS_REQUEST => ListForecastExportJobsResponse = LIST_FORECAST_EXPORT_JOBS_RESPONSE {
        POST "/" 200 ""
        [INVALID_NEXT_TOKEN, INVALID_INPUT]
    }
    ListForecasts as LIST_FORECASTS: ListForecastsRequest = LIST_FORECASTS_REQUEST => ListForecastsResponse = LIST_FORECASTS_RESPONSE {
        POST "/" 200 ""
        [INVALID_NEXT_TOKEN, INVALID_INPUT]
    }
    ListPredictors as LIST_PREDICTORS: ListPredictorsRequest = LIST_PREDICTORS_REQUEST => ListPredictorsResponse = LIST_PREDICTORS_RESPONSE {
        POST "/" 200 ""
        [INVALID_NEXT_TOKEN, INVALID_INPUT]
    }
    ListTagsForResource as LIST_TAGS_FOR_RESOURCE: ListTagsForResourceRequest = LIST_TAGS_FOR_RESOURCE_REQUEST => ListTagsForResourceResponse = LIST_TAGS_FOR_RESOURCE_RESPONSE {
        POST "/" 200 ""
        [RESOURCE_NOT_FOUND, INVALID_INPUT]
    }
    TagResource as TAG_RESOURCE: TagResourceRequest = TAG_RESOURCE_REQUEST => TagResourceResponse = TAG_RESOURCE_RESPONSE {
        POST "/" 200 ""
        [RESOURCE_NOT_FOUND, LIMIT_EXCEEDED, INVALID_INPUT]
    }
    UntagResource as UNTAG_RESOURCE: UntagResourceRequest = UNTAG_RESOURCE_REQUEST => UntagResourceResponse = UNTAG_RESOURCE_RESPONSE {
        POST "/" 200 ""
        [RESOURCE_NOT_FOUND, INVALID_INPUT]
    }
    UpdateDatasetGroup as UPDATE_DATASET_GROUP: UpdateDatasetGroupRequest = UPDATE_DATASET_GROUP_REQUEST => UpdateDatasetGroupResponse = UPDATE_DATASET_GROUP_RESPONSE {
        POST "/" 200 ""
        [INVALID_INPUT, RESOURCE_NOT_FOUND, RESOURCE_IN_USE]
    }
}

/// The errors that the served operations are modelled to answer.
pub mod errors {
    /// `InvalidInputException`, answered with 400.
    pub static INVALID_INPUT: shape::ErrorModel =
        shape::ErrorModel { name: "InvalidInputException", code: "InvalidInputException", status: 400 };
    /// `InvalidNextTokenException`, answered with 400.
    pub static INVALID_NEXT_TOKEN: shape::ErrorModel = shape::ErrorModel {
        name: "InvalidNextTokenException",
        code: "InvalidNextTokenException",
        status: 400,
    };
    /// `LimitExceededException`, answered with 400.
    pub static LIMIT_EXCEEDED: shape::ErrorModel =
        shape::ErrorModel { name: "LimitExceededException", code: "LimitExceededException", status: 400 };
    /// `ResourceAlreadyExistsException`, answered with 400.
    pub static RESOURCE_ALREADY_EXISTS: shape::ErrorModel = shape::ErrorModel {
        name: "ResourceAlreadyExistsException",
        code: "ResourceAlreadyExistsException",
        status: 400,
    };
    /// `ResourceInUseException`, answered with 400.
    pub static RESOURCE_IN_USE: shape::ErrorModel =
        shape::ErrorModel { name: "ResourceInUseException", code: "ResourceInUseException", status: 400 };
    /// `ResourceNotFoundException`, answered with 400.
    pub static RESOURCE_NOT_FOUND: shape::ErrorModel = shape::ErrorModel {
        name: "ResourceNotFoundException",
        code: "ResourceNotFoundException",
        status: 400,
    };
}

shape::structure! {
    AdditionalDataset as ADDITIONAL_DATASET {
        name: String = shape::Member::new("Name", &NAME).required(),
        configuration: Option<shape::types::BTreeMap<String, Vec<String>>> = shape::Member::new("Configuration", &CONFIGURATION),
    }
    AttributeConfig as ATTRIBUTE_CONFIG {
        attribute_name: String = shape::Member::new("AttributeName", &NAME).required(),
        transformations: shape::types::BTreeMap<String, String> = shape::Member::new("Transformations", &TRANSFORMATIONS).required(),
    }
    CreateAutoPredictorRequest as CREATE_AUTO_PREDICTOR_REQUEST {
        predictor_name: String = shape::Member::new("PredictorName", &NAME).required(),
        forecast_horizon: Option<i32> = shape::Member::new("ForecastHorizon", &INTEGER),
        forecast_types: Option<Vec<String>> = shape::Member::new("ForecastTypes", &FORECAST_TYPES),
        forecast_dimensions: Option<Vec<String>> = shape::Member::new("ForecastDimensions", &FORECAST_DIMENSIONS),
        forecast_frequency: Option<String> = shape::Member::new("ForecastFrequency", &FREQUENCY_UNPATTERNED),
        data_config: Option<DataConfig> = shape::Member::new("DataConfig", &DATA_CONFIG),
        encryption_config: Option<EncryptionConfig> = shape::Member::new("EncryptionConfig", &ENCRYPTION_CONFIG),
        reference_predictor_arn: Option<String> = shape::Member::new("ReferencePredictorArn", &ARN),
        optimization_metric: Option<String> = shape::Member::new("OptimizationMetric", &OPTIMIZATION_METRIC),
        explain_predictor: Option<bool> = shape::Member::new("ExplainPredictor", &BOOLEAN),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAGS),
        monitor_config: Option<MonitorConfig> = shape::Member::new("MonitorConfig", &MONITOR_CONFIG),
        time_alignment_boundary: Option<TimeAlignmentBoundary> = shape::Member::new("TimeAlignmentBoundary", &TIME_ALIGNMENT_BOUNDARY),
    }
    CreateAutoPredictorResponse as CREATE_AUTO_PREDICTOR_RESPONSE {
        predictor_arn: Option<String> = shape::Member::new("PredictorArn", &ARN),
    }
    CreateDatasetGroupRequest as CREATE_DATASET_GROUP_REQUEST {
        dataset_group_name: String = shape::Member::new("DatasetGroupName", &NAME).required(),
        domain: String = shape::Member::new("Domain", &DOMAIN).required(),
        dataset_arns: Option<Vec<String>> = shape::Member::new("DatasetArns", &ARN_LIST),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAGS),
    }
    CreateDatasetGroupResponse as CREATE_DATASET_GROUP_RESPONSE {
        dataset_group_arn: Option<String> = shape::Member::new("DatasetGroupArn", &ARN),
    }
    CreateDatasetImportJobRequest as CREATE_DATASET_IMPORT_JOB_REQUEST {
        dataset_import_job_name: String = shape::Member::new("DatasetImportJobName", &NAME).required(),
        dataset_arn: String = shape::Member::new("DatasetArn", &ARN).required(),
        data_source: DataSource = shape::Member::new("DataSource", &DATA_SOURCE).required(),
        timestamp_format: Option<String> = shape::Member::new("TimestampFormat", &TIMESTAMP_FORMAT),
        time_zone: Option<String> = shape::Member::new("TimeZone", &TIME_ZONE),
        use_geolocation_for_time_zone: Option<bool> = shape::Member::new("UseGeolocationForTimeZone", &USE_GEOLOCATION_FOR_TIME_ZONE),
        geolocation_format: Option<String> = shape::Member::new("GeolocationFormat", &GEOLOCATION_FORMAT),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAGS),
        format: Option<String> = shape::Member::new("Format", &FORMAT),
        import_mode: Option<String> = shape::Member::new("ImportMode", &IMPORT_MODE),
    }
    CreateDatasetImportJobResponse as CREATE_DATASET_IMPORT_JOB_RESPONSE {
        dataset_import_job_arn: Option<String> = shape::Member::new("DatasetImportJobArn", &ARN),
    }
    CreateDatasetRequest as CREATE_DATASET_REQUEST {
        dataset_name: String = shape::Member::new("DatasetName", &NAME).required(),
        domain: String = shape::Member::new("Domain", &DOMAIN).required(),
        dataset_type: String = shape::Member::new("DatasetType", &DATASET_TYPE).required(),
        data_frequency: Option<String> = shape::Member::new("DataFrequency", &FREQUENCY_UNPATTERNED),
        schema: Schema = shape::Member::new("Schema", &SCHEMA).required(),
        encryption_config: Option<EncryptionConfig> = shape::Member::new("EncryptionConfig", &ENCRYPTION_CONFIG),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAGS),
    }
    CreateDatasetResponse as CREATE_DATASET_RESPONSE {
        dataset_arn: Option<String> = shape::Member::new("DatasetArn", &ARN),
    }
    CreateForecastExportJobRequest as CREATE_FORECAST_EXPORT_JOB_REQUEST {
        forecast_export_job_name: String = shape::Member::new("ForecastExportJobName", &NAME).required(),
        forecast_arn: String = shape::Member::new("ForecastArn", &ARN).required(),
        destination: DataDestination = shape::Member::new("Destination", &DATA_DESTINATION).required(),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAGS),
        format: Option<String> = shape::Member::new("Format", &FORMAT),
    }
    CreateForecastExportJobResponse as CREATE_FORECAST_EXPORT_JOB_RESPONSE {
        forecast_export_job_arn: Option<String> = shape::Member::new("ForecastExportJobArn", &ARN),
    }
    CreateForecastRequest as CREATE_FORECAST_REQUEST {
        forecast_name: String = shape::Member::new("ForecastName", &NAME).required(),
        predictor_arn: String = shape::Member::new("PredictorArn", &ARN).required(),
        forecast_types: Option<Vec<String>> = shape::Member::new("ForecastTypes", &FORECAST_TYPES),
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAGS),
        time_series_selector: Option<TimeSeriesSelector> = shape::Member::new("TimeSeriesSelector", &TIME_SERIES_SELECTOR),
    }
    CreateForecastResponse as CREATE_FORECAST_RESPONSE {
        forecast_arn: Option<String> = shape::Member::new("ForecastArn", &ARN),
    }
    DatasetGroupSummary as DATASET_GROUP_SUMMARY {
        dataset_group_arn: Option<String> = shape::Member::new("DatasetGroupArn", &ARN),
        dataset_group_name: Option<String> = shape::Member::new("DatasetGroupName", &NAME),
        creation_time: Option<shape::types::Timestamp> = shape::Member::new("CreationTime", &TIMESTAMP),
        last_modification_time: Option<shape::types::Timestamp> = shape::Member::new("LastModificationTime", &TIMESTAMP),
    }
    DatasetImportJobSummary as DATASET_IMPORT_JOB_SUMMARY {
        dataset_import_job_arn: Option<String> = shape::Member::new("DatasetImportJobArn", &ARN),
        dataset_import_job_name: Option<String> = shape::Member::new("DatasetImportJobName", &NAME),
        data_source: Option<DataSource> = shape::Member::new("DataSource", &DATA_SOURCE),
        status: Option<String> = shape::Member::new("Status", &STATUS),
        message: Option<String> = shape::Member::new("Message", &ERROR_MESSAGE),
        creation_time: Option<shape::types::Timestamp> = shape::Member::new("CreationTime", &TIMESTAMP),
        last_modification_time: Option<shape::types::Timestamp> = shape::Member::new("LastModificationTime", &TIMESTAMP),
        import_mode: Option<String> = shape::Member::new("ImportMode", &IMPORT_MODE),
    }
    DatasetSummary as DATASET_SUMMARY {
        dataset_arn: Option<String> = shape::Member::new("DatasetArn", &ARN),
        dataset_name: Option<String> = shape::Member::new("DatasetName", &NAME),
        dataset_type: Option<String> = shape::Member::new("DatasetType", &DATASET_TYPE),
        domain: Option<String> = shape::Member::new("Domain", &DOMAIN),
        creation_time: Option<shape::types::Timestamp> = shape::Member::new("CreationTime", &TIMESTAMP),
        last_modification_time: Option<shape::types::Timestamp> = shape::Member::new("LastModificationTime", &TIMESTAMP),
    }
    DataConfig as DATA_CONFIG {
        dataset_group_arn: String = shape::Member::new("DatasetGroupArn", &ARN).required(),
        attribute_configs: Option<Vec<AttributeConfig>> = shape::Member::new("AttributeConfigs", &ATTRIBUTE_CONFIGS),
        additional_datasets: Option<Vec<AdditionalDataset>> = shape::Member::new("AdditionalDatasets", &ADDITIONAL_DATASETS),
    }
    DataDestination as DATA_DESTINATION {
        s3_config: S3Config = shape::Member::new("S3Config", &S3_CONFIG).required(),
    }
    DataSource as DATA_SOURCE {
        s3_config: S3Config = shape::Member::new("S3Config", &S3_CONFIG).required(),
    }
    DeleteDatasetGroupRequest as DELETE_DATASET_GROUP_REQUEST {
        dataset_group_arn: String = shape::Member::new("DatasetGroupArn", &ARN).required(),
    }
    DeleteDatasetImportJobRequest as DELETE_DATASET_IMPORT_JOB_REQUEST {
        dataset_import_job_arn: String = shape::Member::new("DatasetImportJobArn", &ARN).required(),
    }
    DeleteDatasetRequest as DELETE_DATASET_REQUEST {
        dataset_arn: String = shape::Member::new("DatasetArn", &ARN).required(),
    }
    DeleteForecastExportJobRequest as DELETE_FORECAST_EXPORT_JOB_REQUEST {
        forecast_export_job_arn: String = shape::Member::new("ForecastExportJobArn", &ARN).required(),
    }
    DeleteForecastRequest as DELETE_FORECAST_REQUEST {
        forecast_arn: String = shape::Member::new("ForecastArn", &ARN).required(),
    }
    DeletePredictorRequest as DELETE_PREDICTOR_REQUEST {
        predictor_arn: String = shape::Member::new("PredictorArn", &ARN).required(),
    }
    DescribeAutoPredictorRequest as DESCRIBE_AUTO_PREDICTOR_REQUEST {
        predictor_arn: String = shape::Member::new("PredictorArn", &ARN).required(),
    }
    DescribeAutoPredictorResponse as DESCRIBE_AUTO_PREDICTOR_RESPONSE {
        predictor_arn: Option<String> = shape::Member::new("PredictorArn", &ARN),
        predictor_name: Option<String> = shape::Member::new("PredictorName", &NAME),
        forecast_horizon: Option<i32> = shape::Member::new("ForecastHorizon", &INTEGER),
        forecast_types: Option<Vec<String>> = shape::Member::new("ForecastTypes", &FORECAST_TYPES),
        forecast_frequency: Option<String> = shape::Member::new("ForecastFrequency", &FREQUENCY),
        forecast_dimensions: Option<Vec<String>> = shape::Member::new("ForecastDimensions", &FORECAST_DIMENSIONS),
        dataset_import_job_arns: Option<Vec<String>> = shape::Member::new("DatasetImportJobArns", &ARN_LIST),
        data_config: Option<DataConfig> = shape::Member::new("DataConfig", &DATA_CONFIG),
        encryption_config: Option<EncryptionConfig> = shape::Member::new("EncryptionConfig", &ENCRYPTION_CONFIG),
        reference_predictor_summary: Option<ReferencePredictorSummary> = shape::Member::new("ReferencePredictorSummary", &REFERENCE_PREDICTOR_SUMMARY),
        estimated_time_remaining_in_minutes: Option<i64> = shape::Member::new("EstimatedTimeRemainingInMinutes", &LONG),
        status: Option<String> = shape::Member::new("Status", &STATUS),
        message: Option<String> = shape::Member::new("Message", &MESSAGE),
        creation_time: Option<shape::types::Timestamp> = shape::Member::new("CreationTime", &TIMESTAMP),
        last_modification_time: Option<shape::types::Timestamp> = shape::Member::new("LastModificationTime", &TIMESTAMP),
        optimization_metric: Option<String> = shape::Member::new("OptimizationMetric", &OPTIMIZATION_METRIC),
        explainability_info: Option<ExplainabilityInfo> = shape::Member::new("ExplainabilityInfo", &EXPLAINABILITY_INFO),
        monitor_info: Option<MonitorInfo> = shape::Member::new("MonitorInfo", &MONITOR_INFO),
        time_alignment_boundary: Option<TimeAlignmentBoundary> = shape::Member::new("TimeAlignmentBoundary", &TIME_ALIGNMENT_BOUNDARY),
    }
    DescribeDatasetGroupRequest as DESCRIBE_DATASET_GROUP_REQUEST {
        dataset_group_arn: String = shape::Member::new("DatasetGroupArn", &ARN).required(),
    }
    DescribeDatasetGroupResponse as DESCRIBE_DATASET_GROUP_RESPONSE {
        dataset_group_name: Option<String> = shape::Member::new("DatasetGroupName", &NAME),
        dataset_group_arn: Option<String> = shape::Member::new("DatasetGroupArn", &ARN),
        dataset_arns: Option<Vec<String>> = shape::Member::new("DatasetArns", &ARN_LIST),
        domain: Option<String> = shape::Member::new("Domain", &DOMAIN),
        status: Option<String> = shape::Member::new("Status", &STATUS),
        creation_time: Option<shape::types::Timestamp> = shape::Member::new("CreationTime", &TIMESTAMP),
        last_modification_time: Option<shape::types::Timestamp> = shape::Member::new("LastModificationTime", &TIMESTAMP),
    }
    DescribeDatasetImportJobRequest as DESCRIBE_DATASET_IMPORT_JOB_REQUEST {
        dataset_import_job_arn: String = shape::Member::new("DatasetImportJobArn", &ARN).required(),
    }
    DescribeDatasetImportJobResponse as DESCRIBE_DATASET_IMPORT_JOB_RESPONSE {
        dataset_import_job_name: Option<String> = shape::Member::new("DatasetImportJobName", &NAME),
        dataset_import_job_arn: Option<String> = shape::Member::new("DatasetImportJobArn", &ARN),
        dataset_arn: Option<String> = shape::Member::new("DatasetArn", &ARN),
        timestamp_format: Option<String> = shape::Member::new("TimestampFormat", &TIMESTAMP_FORMAT),
        time_zone: Option<String> = shape::Member::new("TimeZone", &TIME_ZONE),
        use_geolocation_for_time_zone: Option<bool> = shape::Member::new("UseGeolocationForTimeZone", &USE_GEOLOCATION_FOR_TIME_ZONE),
        geolocation_format: Option<String> = shape::Member::new("GeolocationFormat", &GEOLOCATION_FORMAT),
        data_source: Option<DataSource> = shape::Member::new("DataSource", &DATA_SOURCE),
        estimated_time_remaining_in_minutes: Option<i64> = shape::Member::new("EstimatedTimeRemainingInMinutes", &LONG),
        field_statistics: Option<shape::types::BTreeMap<String, Statistics>> = shape::Member::new("FieldStatistics", &FIELD_STATISTICS),
        data_size: Option<f64> = shape::Member::new("DataSize", &DOUBLE),
        status: Option<String> = shape::Member::new("Status", &STATUS),
        message: Option<String> = shape::Member::new("Message", &MESSAGE),
        creation_time: Option<shape::types::Timestamp> = shape::Member::new("CreationTime", &TIMESTAMP),
        last_modification_time: Option<shape::types::Timestamp> = shape::Member::new("LastModificationTime", &TIMESTAMP),
        format: Option<String> = shape::Member::new("Format", &FORMAT),
        import_mode: Option<String> = shape::Member::new("ImportMode", &IMPORT_MODE),
    }
    DescribeDatasetRequest as DESCRIBE_DATASET_REQUEST {
        dataset_arn: String = shape::Member::new("DatasetArn", &ARN).required(),
    }
    DescribeDatasetResponse as DESCRIBE_DATASET_RESPONSE {
        dataset_arn: Option<String> = shape::Member::new("DatasetArn", &ARN),
        dataset_name: Option<String> = shape::Member::new("DatasetName", &NAME),
        domain: Option<String> = shape::Member::new("Domain", &DOMAIN),
        dataset_type: Option<String> = shape::Member::new("DatasetType", &DATASET_TYPE),
        data_frequency: Option<String> = shape::Member::new("DataFrequency", &FREQUENCY),
        schema: Option<Schema> = shape::Member::new("Schema", &SCHEMA),
        encryption_config: Option<EncryptionConfig> = shape::Member::new("EncryptionConfig", &ENCRYPTION_CONFIG),
        status: Option<String> = shape::Member::new("Status", &STATUS),
        creation_time: Option<shape::types::Timestamp> = shape::Member::new("CreationTime", &TIMESTAMP),
        last_modification_time: Option<shape::types::Timestamp> = shape::Member::new("LastModificationTime", &TIMESTAMP),
    }
    DescribeForecastExportJobRequest as DESCRIBE_FORECAST_EXPORT_JOB_REQUEST {
        forecast_export_job_arn: String = shape::Member::new("ForecastExportJobArn", &ARN).required(),
    }
    DescribeForecastExportJobResponse as DESCRIBE_FORECAST_EXPORT_JOB_RESPONSE {
        forecast_export_job_arn: Option<String> = shape::Member::new("ForecastExportJobArn", &ARN),
        forecast_export_job_name: Option<String> = shape::Member::new("ForecastExportJobName", &NAME),
        forecast_arn: Option<String> = shape::Member::new("ForecastArn", &ARN),
        destination: Option<DataDestination> = shape::Member::new("Destination", &DATA_DESTINATION),
        message: Option<String> = shape::Member::new("Message", &MESSAGE),
        status: Option<String> = shape::Member::new("Status", &STATUS),
        creation_time: Option<shape::types::Timestamp> = shape::Member::new("CreationTime", &TIMESTAMP),
        last_modification_time: Option<shape::types::Timestamp> = shape::Member::new("LastModificationTime", &TIMESTAMP),
        format: Option<String> = shape::Member::new("Format", &FORMAT),
    }
    DescribeForecastRequest as DESCRIBE_FORECAST_REQUEST {
        forecast_arn: String = shape::Member::new("ForecastArn", &ARN).required(),
    }
    DescribeForecastResponse as DESCRIBE_FORECAST_RESPONSE {
        forecast_arn: Option<String> = shape::Member::new("ForecastArn", &ARN),
        forecast_name: Option<String> = shape::Member::new("ForecastName", &NAME),
        forecast_types: Option<Vec<String>> = shape::Member::new("ForecastTypes", &FORECAST_TYPES),
        predictor_arn: Option<String> = shape::Member::new("PredictorArn", &ARN),
        dataset_group_arn: Option<String> = shape::Member::new("DatasetGroupArn", &ARN),
        estimated_time_remaining_in_minutes: Option<i64> = shape::Member::new("EstimatedTimeRemainingInMinutes", &LONG),
        status: Option<String> = shape::Member::new("Status", &STRING),
        message: Option<String> = shape::Member::new("Message", &ERROR_MESSAGE),
        creation_time: Option<shape::types::Timestamp> = shape::Member::new("CreationTime", &TIMESTAMP),
        last_modification_time: Option<shape::types::Timestamp> = shape::Member::new("LastModificationTime", &TIMESTAMP),
        time_series_selector: Option<TimeSeriesSelector> = shape::Member::new("TimeSeriesSelector", &TIME_SERIES_SELECTOR),
    }
    EncryptionConfig as ENCRYPTION_CONFIG {
        role_arn: String = shape::Member::new("RoleArn", &ARN_UNPATTERNED).required(),
        kms_key_arn: String = shape::Member::new("KMSKeyArn", &KMS_KEY_ARN).required(),
    }
    ErrorMetric as ERROR_METRIC {
        forecast_type: Option<String> = shape::Member::new("ForecastType", &FORECAST_TYPE),
        wape: Option<f64> = shape::Member::new("WAPE", &DOUBLE),
        rmse: Option<f64> = shape::Member::new("RMSE", &DOUBLE),
        mase: Option<f64> = shape::Member::new("MASE", &DOUBLE),
        mape: Option<f64> = shape::Member::new("MAPE", &DOUBLE),
    }
    EvaluationResult as EVALUATION_RESULT {
        algorithm_arn: Option<String> = shape::Member::new("AlgorithmArn", &ARN),
        test_windows: Option<Vec<WindowSummary>> = shape::Member::new("TestWindows", &TEST_WINDOWS),
    }
    ExplainabilityInfo as EXPLAINABILITY_INFO {
        explainability_arn: Option<String> = shape::Member::new("ExplainabilityArn", &ARN),
        status: Option<String> = shape::Member::new("Status", &STATUS),
    }
    Filter as FILTER {
        key: String = shape::Member::new("Key", &STRING).required(),
        value: String = shape::Member::new("Value", &ARN_UNPATTERNED).required(),
        condition: String = shape::Member::new("Condition", &FILTER_CONDITION_STRING).required(),
    }
    ForecastExportJobSummary as FORECAST_EXPORT_JOB_SUMMARY {
        forecast_export_job_arn: Option<String> = shape::Member::new("ForecastExportJobArn", &ARN),
        forecast_export_job_name: Option<String> = shape::Member::new("ForecastExportJobName", &NAME),
        destination: Option<DataDestination> = shape::Member::new("Destination", &DATA_DESTINATION),
        status: Option<String> = shape::Member::new("Status", &STATUS),
        message: Option<String> = shape::Member::new("Message", &ERROR_MESSAGE),
        creation_time: Option<shape::types::Timestamp> = shape::Member::new("CreationTime", &TIMESTAMP),
        last_modification_time: Option<shape::types::Timestamp> = shape::Member::new("LastModificationTime", &TIMESTAMP),
    }
    ForecastSummary as FORECAST_SUMMARY {
        forecast_arn: Option<String> = shape::Member::new("ForecastArn", &ARN),
        forecast_name: Option<String> = shape::Member::new("ForecastName", &NAME),
        predictor_arn: Option<String> = shape::Member::new("PredictorArn", &STRING),
        created_using_auto_predictor: Option<bool> = shape::Member::new("CreatedUsingAutoPredictor", &BOOLEAN),
        dataset_group_arn: Option<String> = shape::Member::new("DatasetGroupArn", &STRING),
        status: Option<String> = shape::Member::new("Status", &STATUS),
        message: Option<String> = shape::Member::new("Message", &ERROR_MESSAGE),
        creation_time: Option<shape::types::Timestamp> = shape::Member::new("CreationTime", &TIMESTAMP),
        last_modification_time: Option<shape::types::Timestamp> = shape::Member::new("LastModificationTime", &TIMESTAMP),
    }
    GetAccuracyMetricsRequest as GET_ACCURACY_METRICS_REQUEST {
        predictor_arn: String = shape::Member::new("PredictorArn", &ARN).required(),
    }
    GetAccuracyMetricsResponse as GET_ACCURACY_METRICS_RESPONSE {
        predictor_evaluation_results: Option<Vec<EvaluationResult>> = shape::Member::new("PredictorEvaluationResults", &PREDICTOR_EVALUATION_RESULTS),
        is_auto_predictor: Option<bool> = shape::Member::new("IsAutoPredictor", &BOOLEAN),
        auto_ml_override_strategy: Option<String> = shape::Member::new("AutoMLOverrideStrategy", &AUTO_ML_OVERRIDE_STRATEGY),
        optimization_metric: Option<String> = shape::Member::new("OptimizationMetric", &OPTIMIZATION_METRIC),
    }
    ListDatasetsRequest as LIST_DATASETS_REQUEST {
        next_token: Option<String> = shape::Member::new("NextToken", &NEXT_TOKEN),
        max_results: Option<i32> = shape::Member::new("MaxResults", &MAX_RESULTS),
    }
    ListDatasetsResponse as LIST_DATASETS_RESPONSE {
        datasets: Option<Vec<DatasetSummary>> = shape::Member::new("Datasets", &DATASETS),
        next_token: Option<String> = shape::Member::new("NextToken", &NEXT_TOKEN),
    }
    ListDatasetGroupsRequest as LIST_DATASET_GROUPS_REQUEST {
        next_token: Option<String> = shape::Member::new("NextToken", &NEXT_TOKEN),
        max_results: Option<i32> = shape::Member::new("MaxResults", &MAX_RESULTS),
    }
    ListDatasetGroupsResponse as LIST_DATASET_GROUPS_RESPONSE {
        dataset_groups: Option<Vec<DatasetGroupSummary>> = shape::Member::new("DatasetGroups", &DATASET_GROUPS),
        next_token: Option<String> = shape::Member::new("NextToken", &NEXT_TOKEN),
    }
    ListDatasetImportJobsRequest as LIST_DATASET_IMPORT_JOBS_REQUEST {
        next_token: Option<String> = shape::Member::new("NextToken", &NEXT_TOKEN),
        max_results: Option<i32> = shape::Member::new("MaxResults", &MAX_RESULTS),
        filters: Option<Vec<Filter>> = shape::Member::new("Filters", &FILTERS),
    }
    ListDatasetImportJobsResponse as LIST_DATASET_IMPORT_JOBS_RESPONSE {
        dataset_import_jobs: Option<Vec<DatasetImportJobSummary>> = shape::Member::new("DatasetImportJobs", &DATASET_IMPORT_JOBS),
        next_token: Option<String> = shape::Member::new("NextToken", &NEXT_TOKEN),
    }
    ListForecastsRequest as LIST_FORECASTS_REQUEST {
        next_token: Option<String> = shape::Member::new("NextToken", &NEXT_TOKEN),
        max_results: Option<i32> = shape::Member::new("MaxResults", &MAX_RESULTS),
        filters: Option<Vec<Filter>> = shape::Member::new("Filters", &FILTERS),
    }
    ListForecastsResponse as LIST_FORECASTS_RESPONSE {
        forecasts: Option<Vec<ForecastSummary>> = shape::Member::new("Forecasts", &FORECASTS),
        next_token: Option<String> = shape::Member::new("NextToken", &NEXT_TOKEN),
    }
    ListForecastExportJobsRequest as LIST_FORECAST_EXPORT_JOBS_REQUEST {
        next_token: Option<String> = shape::Member::new("NextToken", &NEXT_TOKEN),
        max_results: Option<i32> = shape::Member::new("MaxResults", &MAX_RESULTS),
        filters: Option<Vec<Filter>> = shape::Member::new("Filters", &FILTERS),
    }
    ListForecastExportJobsResponse as LIST_FORECAST_EXPORT_JOBS_RESPONSE {
        forecast_export_jobs: Option<Vec<ForecastExportJobSummary>> = shape::Member::new("ForecastExportJobs", &FORECAST_EXPORT_JOBS),
        next_token: Option<String> = shape::Member::new("NextToken", &NEXT_TOKEN),
    }
    ListPredictorsRequest as LIST_PREDICTORS_REQUEST {
        next_token: Option<String> = shape::Member::new("NextToken", &NEXT_TOKEN),
        max_results: Option<i32> = shape::Member::new("MaxResults", &MAX_RESULTS),
        filters: Option<Vec<Filter>> = shape::Member::new("Filters", &FILTERS),
    }
    ListPredictorsResponse as LIST_PREDICTORS_RESPONSE {
        predictors: Option<Vec<PredictorSummary>> = shape::Member::new("Predictors", &PREDICTORS),
        next_token: Option<String> = shape::Member::new("NextToken", &NEXT_TOKEN),
    }
    ListTagsForResourceRequest as LIST_TAGS_FOR_RESOURCE_REQUEST {
        resource_arn: String = shape::Member::new("ResourceArn", &ARN).required(),
    }
    ListTagsForResourceResponse as LIST_TAGS_FOR_RESOURCE_RESPONSE {
        tags: Option<Vec<Tag>> = shape::Member::new("Tags", &TAGS),
    }
    Metrics as METRICS {
        rmse: Option<f64> = shape::Member::new("RMSE", &DOUBLE),
        weighted_quantile_losses: Option<Vec<WeightedQuantileLoss>> = shape::Member::new("WeightedQuantileLosses", &WEIGHTED_QUANTILE_LOSSES),
        error_metrics: Option<Vec<ErrorMetric>> = shape::Member::new("ErrorMetrics", &ERROR_METRICS),
        average_weighted_quantile_loss: Option<f64> = shape::Member::new("AverageWeightedQuantileLoss", &DOUBLE),
    }
    MonitorConfig as MONITOR_CONFIG {
        monitor_name: String = shape::Member::new("MonitorName", &NAME).required(),
    }
    MonitorInfo as MONITOR_INFO {
        monitor_arn: Option<String> = shape::Member::new("MonitorArn", &ARN),
        status: Option<String> = shape::Member::new("Status", &STATUS),
    }
    PredictorSummary as PREDICTOR_SUMMARY {
        predictor_arn: Option<String> = shape::Member::new("PredictorArn", &ARN),
        predictor_name: Option<String> = shape::Member::new("PredictorName", &NAME),
        dataset_group_arn: Option<String> = shape::Member::new("DatasetGroupArn", &ARN),
        is_auto_predictor: Option<bool> = shape::Member::new("IsAutoPredictor", &BOOLEAN),
        reference_predictor_summary: Option<ReferencePredictorSummary> = shape::Member::new("ReferencePredictorSummary", &REFERENCE_PREDICTOR_SUMMARY),
        status: Option<String> = shape::Member::new("Status", &STATUS),
        message: Option<String> = shape::Member::new("Message", &ERROR_MESSAGE),
        creation_time: Option<shape::types::Timestamp> = shape::Member::new("CreationTime", &TIMESTAMP),
        last_modification_time: Option<shape::types::Timestamp> = shape::Member::new("LastModificationTime", &TIMESTAMP),
    }
    ReferencePredictorSummary as REFERENCE_PREDICTOR_SUMMARY {
        arn: Option<String> = shape::Member::new("Arn", &ARN),
        state: Option<String> = shape::Member::new("State", &STATE),
    }
    S3Config as S3_CONFIG {
        path: String = shape::Member::new("Path", &S3_PATH).required(),
        role_arn: String = shape::Member::new("RoleArn", &ARN_UNPATTERNED).required(),
        kms_key_arn: Option<String> = shape::Member::new("KMSKeyArn", &KMS_KEY_ARN),
    }
    Schema as SCHEMA {
        attributes: Option<Vec<SchemaAttribute>> = shape::Member::new("Attributes", &SCHEMA_ATTRIBUTES),
    }
    SchemaAttribute as SCHEMA_ATTRIBUTE {
        attribute_name: Option<String> = shape::Member::new("AttributeName", &NAME),
        attribute_type: Option<String> = shape::Member::new("AttributeType", &ATTRIBUTE_TYPE),
    }
    Statistics as STATISTICS {
        count: Option<i32> = shape::Member::new("Count", &INTEGER),
        count_distinct: Option<i32> = shape::Member::new("CountDistinct", &INTEGER),
        count_null: Option<i32> = shape::Member::new("CountNull", &INTEGER),
        count_nan: Option<i32> = shape::Member::new("CountNan", &INTEGER),
        min: Option<String> = shape::Member::new("Min", &STRING),
        max: Option<String> = shape::Member::new("Max", &STRING),
        avg: Option<f64> = shape::Member::new("Avg", &DOUBLE),
        stddev: Option<f64> = shape::Member::new("Stddev", &DOUBLE),
        count_long: Option<i64> = shape::Member::new("CountLong", &LONG),
        count_distinct_long: Option<i64> = shape::Member::new("CountDistinctLong", &LONG),
        count_null_long: Option<i64> = shape::Member::new("CountNullLong", &LONG),
        count_nan_long: Option<i64> = shape::Member::new("CountNanLong", &LONG),
    }
    Tag as TAG {
        key: String = shape::Member::new("Key", &TAG_KEY).required(),
        value: String = shape::Member::new("Value", &TAG_VALUE).required(),
    }
    TagResourceRequest as TAG_RESOURCE_REQUEST {
        resource_arn: String = shape::Member::new("ResourceArn", &ARN).required(),
        tags: Vec<Tag> = shape::Member::new("Tags", &TAGS).required(),
    }
    TagResourceResponse as TAG_RESOURCE_RESPONSE {
    }
    TimeAlignmentBoundary as TIME_ALIGNMENT_BOUNDARY {
        month: Option<String> = shape::Member::new("Month", &MONTH),
        day_of_month: Option<i32> = shape::Member::new("DayOfMonth", &DAY_OF_MONTH),
        day_of_week: Option<String> = shape::Member::new("DayOfWeek", &DAY_OF_WEEK),
        hour: Option<i32> = shape::Member::new("Hour", &HOUR),
    }
    TimeSeriesIdentifiers as TIME_SERIES_IDENTIFIERS {
        data_source: Option<DataSource> = shape::Member::new("DataSource", &DATA_SOURCE),
        schema: Option<Schema> = shape::Member::new("Schema", &SCHEMA),
        format: Option<String> = shape::Member::new("Format", &FORMAT),
    }
    TimeSeriesSelector as TIME_SERIES_SELECTOR {
        time_series_identifiers: Option<TimeSeriesIdentifiers> = shape::Member::new("TimeSeriesIdentifiers", &TIME_SERIES_IDENTIFIERS),
    }
    UntagResourceRequest as UNTAG_RESOURCE_REQUEST {
        resource_arn: String = shape::Member::new("ResourceArn", &ARN).required(),
        tag_keys: Vec<String> = shape::Member::new("TagKeys", &TAG_KEYS).required(),
    }
    UntagResourceResponse as UNTAG_RESOURCE_RESPONSE {
    }
    UpdateDatasetGroupRequest as UPDATE_DATASET_GROUP_REQUEST {
        dataset_group_arn: String = shape::Member::new("DatasetGroupArn", &ARN).required(),
        dataset_arns: Vec<String> = shape::Member::new("DatasetArns", &ARN_LIST).required(),
    }
    UpdateDatasetGroupResponse as UPDATE_DATASET_GROUP_RESPONSE {
    }
    WeightedQuantileLoss as WEIGHTED_QUANTILE_LOSS {
        quantile: Option<f64> = shape::Member::new("Quantile", &DOUBLE),
        loss_value: Option<f64> = shape::Member::new("LossValue", &DOUBLE),
    }
    WindowSummary as WINDOW_SUMMARY {
        test_window_start: Option<shape::types::Timestamp> = shape::Member::new("TestWindowStart", &TIMESTAMP),
        test_window_end: Option<shape::types::Timestamp> = shape::Member::new("TestWindowEnd", &TIMESTAMP),
        item_count: Option<i32> = shape::Member::new("ItemCount", &INTEGER),
        evaluation_type: Option<String> = shape::Member::new("EvaluationType", &EVALUATION_TYPE),
        metrics: Option<Metrics> = shape::Member::new("Metrics", &METRICS),
    }
}

static ADDITIONAL_DATASETS: shape::Schema = shape::Schema::new(
    "AdditionalDatasets",
    shape::Type::List(shape::ListRule {
        min: Some(1),
        max: Some(2),
        ..shape::ListRule::of(&ADDITIONAL_DATASET)
    }),
);
static ARN: shape::Schema = shape::Schema::string(
    "Arn",
    None,
    Some(256),
    Some(shape::Pattern::new(r"arn:([a-z\d-]+):forecast:.*:.*:.+", r"arn:([a-z0-9\-]+):forecast:.*:.*:.+")),
);
static ARN_LIST: shape::Schema = shape::Schema::new("ArnList", shape::Type::List(shape::ListRule::of(&ARN)));
static ARN_UNPATTERNED: shape::Schema = shape::Schema::string("ArnUnpatterned", None, Some(256), None);
static ATTRIBUTE_CONFIGS: shape::Schema = shape::Schema::new(
    "AttributeConfigs",
    shape::Type::List(shape::ListRule {
        min: Some(1),
        max: Some(50),
        ..shape::ListRule::of(&ATTRIBUTE_CONFIG)
    }),
);
static ATTRIBUTE_TYPE: shape::Schema =
    shape::Schema::choice("AttributeType", &["string", "integer", "float", "timestamp", "geolocation"]);
static AUTO_ML_OVERRIDE_STRATEGY: shape::Schema =
    shape::Schema::choice("AutoMLOverrideStrategy", &["LatencyOptimized", "AccuracyOptimized"]);
static BOOLEAN: shape::Schema = shape::Schema::new("Boolean", shape::Type::Boolean);
static CONFIGURATION: shape::Schema =
    shape::Schema::new("Configuration", shape::Type::Map(shape::MapRule::of(&NAME, &VALUES)));
static DATASETS: shape::Schema =
    shape::Schema::new("Datasets", shape::Type::List(shape::ListRule::of(&DATASET_SUMMARY)));
static DATASET_GROUPS: shape::Schema =
    shape::Schema::new("DatasetGroups", shape::Type::List(shape::ListRule::of(&DATASET_GROUP_SUMMARY)));
static DATASET_IMPORT_JOBS: shape::Schema = shape::Schema::new(
    "DatasetImportJobs",
    shape::Type::List(shape::ListRule::of(&DATASET_IMPORT_JOB_SUMMARY)),
);
static DATASET_TYPE: shape::Schema =
    shape::Schema::choice("DatasetType", &["TARGET_TIME_SERIES", "RELATED_TIME_SERIES", "ITEM_METADATA"]);
static DAY_OF_MONTH: shape::Schema =
    shape::Schema::new("DayOfMonth", shape::Type::Integer(shape::NumberRule { min: Some(1), max: Some(28) }));
static DAY_OF_WEEK: shape::Schema = shape::Schema::choice(
    "DayOfWeek",
    &["MONDAY", "TUESDAY", "WEDNESDAY", "THURSDAY", "FRIDAY", "SATURDAY", "SUNDAY"],
);
static DOMAIN: shape::Schema = shape::Schema::choice(
    "Domain",
    &["RETAIL", "CUSTOM", "INVENTORY_PLANNING", "EC2_CAPACITY", "WORK_FORCE", "WEB_TRAFFIC", "METRICS"],
);
static DOUBLE: shape::Schema = shape::Schema::new("Double", shape::Type::Double);
static ERROR_MESSAGE: shape::Schema = shape::Schema::string("ErrorMessage", None, None, None);
static ERROR_METRICS: shape::Schema =
    shape::Schema::new("ErrorMetrics", shape::Type::List(shape::ListRule::of(&ERROR_METRIC)));
static EVALUATION_TYPE: shape::Schema = shape::Schema::choice("EvaluationType", &["SUMMARY", "COMPUTED"]);
static FIELD_STATISTICS: shape::Schema =
    shape::Schema::new("FieldStatistics", shape::Type::Map(shape::MapRule::of(&STRING, &STATISTICS)));
static FILTERS: shape::Schema =
    shape::Schema::new("Filters", shape::Type::List(shape::ListRule::of(&FILTER)));
static FILTER_CONDITION_STRING: shape::Schema =
    shape::Schema::choice("FilterConditionString", &["IS", "IS_NOT"]);
static FORECASTS: shape::Schema =
    shape::Schema::new("Forecasts", shape::Type::List(shape::ListRule::of(&FORECAST_SUMMARY)));
static FORECAST_DIMENSIONS: shape::Schema = shape::Schema::new(
    "ForecastDimensions",
    shape::Type::List(shape::ListRule { min: Some(1), max: Some(10), ..shape::ListRule::of(&NAME) }),
);
static FORECAST_EXPORT_JOBS: shape::Schema = shape::Schema::new(
    "ForecastExportJobs",
    shape::Type::List(shape::ListRule::of(&FORECAST_EXPORT_JOB_SUMMARY)),
);
static FORECAST_TYPE: shape::Schema = shape::Schema::string(
    "ForecastType",
    Some(2),
    Some(4),
    Some(shape::Pattern::new(r"(^0?\.\d\d?$|^mean$)", r"(^0?\.[0-9][0-9]?$|^mean$)")),
);
static FORECAST_TYPES: shape::Schema = shape::Schema::new(
    "ForecastTypes",
    shape::Type::List(shape::ListRule { min: Some(1), max: Some(20), ..shape::ListRule::of(&FORECAST_TYPE) }),
);
static FORMAT: shape::Schema = shape::Schema::string(
    "Format",
    None,
    Some(7),
    Some(shape::Pattern::new("^CSV|PARQUET$", "^CSV|PARQUET$")),
);
static FREQUENCY: shape::Schema = shape::Schema::string(
    "Frequency",
    Some(1),
    Some(5),
    Some(shape::Pattern::new(
        "^Y|M|W|D|H|30min|15min|10min|5min|1min$",
        "^Y|M|W|D|H|30min|15min|10min|5min|1min$",
    )),
);
static FREQUENCY_UNPATTERNED: shape::Schema =
    shape::Schema::string("FrequencyUnpatterned", Some(1), Some(5), None);
static GEOLOCATION_FORMAT: shape::Schema = shape::Schema::string(
    "GeolocationFormat",
    None,
    Some(256),
    Some(shape::Pattern::new("^[a-zA-Z0-9_]+$", "^[a-zA-Z0-9_]+$")),
);
static HOUR: shape::Schema =
    shape::Schema::new("Hour", shape::Type::Integer(shape::NumberRule { min: Some(0), max: Some(23) }));
static IMPORT_MODE: shape::Schema = shape::Schema::choice("ImportMode", &["FULL", "INCREMENTAL"]);
static INTEGER: shape::Schema = shape::Schema::new("Integer", shape::Type::Integer(shape::NumberRule::ANY));
static KMS_KEY_ARN: shape::Schema = shape::Schema::string(
    "KMSKeyArn",
    None,
    Some(256),
    Some(shape::Pattern::new("arn:aws:kms:.*:key/.*", "arn:aws:kms:.*:key/.*")),
);
static LONG: shape::Schema = shape::Schema::new("Long", shape::Type::Long(shape::NumberRule::ANY));
static MAX_RESULTS: shape::Schema = shape::Schema::new(
    "MaxResults",
    shape::Type::Integer(shape::NumberRule { min: Some(1), max: Some(100) }),
);
static MESSAGE: shape::Schema = shape::Schema::string("Message", None, None, None);
static MONTH: shape::Schema = shape::Schema::choice(
    "Month",
    &[
        "JANUARY",
        "FEBRUARY",
        "MARCH",
        "APRIL",
        "MAY",
        "JUNE",
        "JULY",
        "AUGUST",
        "SEPTEMBER",
        "OCTOBER",
        "NOVEMBER",
        "DECEMBER",
    ],
);
static NAME: shape::Schema = shape::Schema::string(
    "Name",
    Some(1),
    Some(63),
    Some(shape::Pattern::new("^[a-zA-Z][a-zA-Z0-9_]*", "^[a-zA-Z][a-zA-Z0-9_]*")),
);
static NEXT_TOKEN: shape::Schema =
    shape::Schema::string("NextToken", Some(1), Some(3000), Some(shape::Pattern::new(".+", ".+")));
static OPTIMIZATION_METRIC: shape::Schema = shape::Schema::choice(
    "OptimizationMetric",
    &["WAPE", "RMSE", "AverageWeightedQuantileLoss", "MASE", "MAPE"],
);
static PREDICTORS: shape::Schema =
    shape::Schema::new("Predictors", shape::Type::List(shape::ListRule::of(&PREDICTOR_SUMMARY)));
static PREDICTOR_EVALUATION_RESULTS: shape::Schema = shape::Schema::new(
    "PredictorEvaluationResults",
    shape::Type::List(shape::ListRule::of(&EVALUATION_RESULT)),
);
static S3_PATH: shape::Schema = shape::Schema::string(
    "S3Path",
    Some(7),
    Some(4096),
    Some(shape::Pattern::new("^s3://[a-z0-9].+$", "^s3://[a-z0-9].+$")),
);
static SCHEMA_ATTRIBUTES: shape::Schema = shape::Schema::new(
    "SchemaAttributes",
    shape::Type::List(shape::ListRule {
        min: Some(1),
        max: Some(100),
        ..shape::ListRule::of(&SCHEMA_ATTRIBUTE)
    }),
);
static STATE: shape::Schema = shape::Schema::choice("State", &["Active", "Deleted"]);
static STATUS: shape::Schema = shape::Schema::string("Status", None, Some(256), None);
static STRING: shape::Schema = shape::Schema::string(
    "String",
    None,
    Some(256),
    Some(shape::Pattern::new(r"^[a-zA-Z0-9\_]+$", "^[a-zA-Z0-9_]+$")),
);
static TAGS: shape::Schema = shape::Schema::new(
    "Tags",
    shape::Type::List(shape::ListRule { min: Some(0), max: Some(200), ..shape::ListRule::of(&TAG) }),
);
static TAG_KEY: shape::Schema = shape::Schema::string(
    "TagKey",
    Some(1),
    Some(128),
    Some(shape::Pattern::new(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$", r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")),
)
.sensitive();
static TAG_KEYS: shape::Schema = shape::Schema::new(
    "TagKeys",
    shape::Type::List(shape::ListRule { min: Some(0), max: Some(200), ..shape::ListRule::of(&TAG_KEY) }),
);
static TAG_VALUE: shape::Schema = shape::Schema::string(
    "TagValue",
    Some(0),
    Some(256),
    Some(shape::Pattern::new(r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$", r"^([\p{L}\p{Z}\p{N}_.:/=+\-@]*)$")),
)
.sensitive();
static TEST_WINDOWS: shape::Schema =
    shape::Schema::new("TestWindows", shape::Type::List(shape::ListRule::of(&WINDOW_SUMMARY)));
static TIMESTAMP: shape::Schema =
    shape::Schema::new("Timestamp", shape::Type::Timestamp(shape::TimestampFormat::Protocol));
static TIMESTAMP_FORMAT: shape::Schema = shape::Schema::string(
    "TimestampFormat",
    None,
    Some(256),
    Some(shape::Pattern::new(r"^[a-zA-Z0-9\-\:\.\,\'\s]+$", r"^[a-zA-Z0-9\-:\.,'\t\n\x0B\f\r ]+$")),
);
static TIME_ZONE: shape::Schema = shape::Schema::string(
    "TimeZone",
    None,
    Some(256),
    Some(shape::Pattern::new(r"^[a-zA-Z0-9\/\+\-\_]+$", r"^[a-zA-Z0-9/\+\-_]+$")),
);
static TRANSFORMATIONS: shape::Schema = shape::Schema::new(
    "Transformations",
    shape::Type::Map(shape::MapRule { min: Some(1), max: Some(20), ..shape::MapRule::of(&NAME, &VALUE) }),
);
static USE_GEOLOCATION_FOR_TIME_ZONE: shape::Schema =
    shape::Schema::new("UseGeolocationForTimeZone", shape::Type::Boolean);
static VALUE: shape::Schema = shape::Schema::string(
    "Value",
    None,
    Some(256),
    Some(shape::Pattern::new(r"^[a-zA-Z0-9\_\-]+$", r"^[a-zA-Z0-9_\-]+$")),
);
static VALUES: shape::Schema = shape::Schema::new(
    "Values",
    shape::Type::List(shape::ListRule { min: Some(1), max: Some(20), ..shape::ListRule::of(&VALUE) }),
);
static WEIGHTED_QUANTILE_LOSSES: shape::Schema = shape::Schema::new(
    "WeightedQuantileLosses",
    shape::Type::List(shape::ListRule::of(&WEIGHTED_QUANTILE_LOSS)),
);
